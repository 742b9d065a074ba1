// Renders Markdown as GitHub does, as near as its parts are public: markdown-it with tables and
// autolinks, then what GitHub looks for in the text that is left: mentions, references, emoji codes.
// Reads a JSON array of texts; prints a JSON array of {html, mentions, references, emoji, links, images, tags, cells}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const markdownIt = require("markdown-it");
const md = markdownIt({ html: true, linkify: true });

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };
const decode = (text) =>
  text.replace(/&(#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, _, dec, hex, name) =>
    dec ? String.fromCodePoint(dec) : hex ? String.fromCodePoint(parseInt(hex, 16)) : (ENTITIES[name] ?? all),
  );

function alerts(html) {
  return html.replace(
    /<blockquote>\s*<p>\[!(NOTE|TIP|WARNING|CAUTION|IMPORTANT)\]\n?/g,
    (_, kind) => `<blockquote class="alert ${kind.toLowerCase()}"><p><strong>${kind[0]}${kind.slice(1).toLowerCase()}</strong><br>`,
  );
}

function read(text) {
  const html = alerts(md.render(text));
  const found = { html, mentions: [], references: [], emoji: [], links: [], images: [], tags: [], cells: [] };
  let code = 0;
  let row;
  for (const [, tag, text] of html.matchAll(/<([^>]*)>|([^<]+)/g)) {
    if (tag !== undefined) {
      const name = tag.replace(/^\//, "").split(/[\s/]/)[0].toLowerCase();
      if (!tag.startsWith("/")) found.tags.push(name);
      if (name === "code" || name === "pre") code += tag.startsWith("/") ? -1 : 1;
      if (name === "a" && !tag.startsWith("/")) found.links.push(decode(/href="([^"]*)"/.exec(tag)?.[1] ?? ""));
      if (name === "img") found.images.push(tag);
      if (name === "tr" && !tag.startsWith("/")) found.cells.push((row = 0));
      if ((name === "td" || name === "th") && !tag.startsWith("/")) found.cells[found.cells.length - 1]++;
    } else if (code === 0) {
      const plain = decode(text);
      for (const m of plain.matchAll(/(?:^|[^\w/.@])(@[a-z\d](?:[a-z\d-]*)(?:\/[\w-]+)?)/gi)) found.mentions.push(m[1]);
      for (const m of plain.matchAll(/(?:^|[^\w&])((?:[\w.-]+\/[\w.-]+)?#\d+|gh-\d+)/gi)) found.references.push(m[1]);
      for (const m of plain.matchAll(/:[\w+-]+:/g)) found.emoji.push(m[0]);
    }
  }
  found.text = decode(html.replace(/<[^>]*>/g, "")).replaceAll("\u200b", "");
  return found;
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
