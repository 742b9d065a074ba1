// The judge as a plug-in of the real command: writes its result to the file named by JUDGE.
import { writeFileSync } from "node:fs";
import { judge } from "./judge.mjs";

const { plugins, result } = judge();
const written = (step) => async (...input) => {
  const answer = await plugins[step](...input);
  writeFileSync(process.env.JUDGE, JSON.stringify(result));
  return answer;
};
export const verifyConditions = written("verifyConditions");
export const analyzeCommits = written("analyzeCommits");
export const generateNotes = written("generateNotes");
