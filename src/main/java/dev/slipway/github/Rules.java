package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.world.Answer;
import dev.slipway.world.Lost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of rulesets and of branch protection, as anybody who may read the repository sees
/// them.
public final class Rules {
  private final Calls calls;

  Rules(Calls calls) {
    this.calls = calls;
  }

  /// A rule that holds for a ref.
  ///
  /// @param type such as `pull_request`; `protected_branch` for branch protection of the older kind
  /// @param ruleset the name of the ruleset; empty when GitHub does not tell
  /// @param detail what it asks for, in words; empty when the type says all
  public record Rule(String type, Optional<String> ruleset, String detail) {}

  /// The rules that hold for a branch. None when the server does not know of rules (before GitHub
  /// Enterprise Server 3.11) or hides them.
  public List<Rule> forBranch(String branch) throws Lost {
    List<Rule> rules = new ArrayList<>();
    Map<Long, Optional<String>> names = new HashMap<>();
    String path = "/rules/branches/" + PathText.ref(branch);
    Answer first = calls.read("read the rules of " + branch, calls.at(path + "?per_page=1"));
    if (first.isOk()) {
      for (Json rule : calls.pages("read the rules of " + branch, path, 10)) {
        long id = rule.get("ruleset_id").flatMap(Json::whole).orElse(0L);
        if (!names.containsKey(id)) {
          names.put(id, name(id));
        }
        rules.add(new Rule(rule.text("type").orElse(""), names.get(id), detail(rule)));
      }
    }
    if (rules.isEmpty() && isProtected(branch)) {
      rules.add(new Rule("protected_branch", Optional.empty(), ""));
    }
    return rules;
  }

  /// The rules of active rulesets that hold for a tag.
  public List<Rule> forTag(String tag) throws Lost {
    List<Rule> rules = new ArrayList<>();
    Answer first =
        calls.read("list the rulesets for tags", calls.at("/rulesets?targets=tag&per_page=1"));
    if (!first.isOk()) {
      return rules;
    }
    for (Json found : calls.pages("list the rulesets for tags", "/rulesets?targets=tag", 5)) {
      long id = found.get("id").flatMap(Json::whole).orElse(0L);
      Optional<Json> ruleset = ruleset(id);
      boolean active =
          ruleset.flatMap(json -> json.text("enforcement")).filter("active"::equals).isPresent();
      if (active && RefPatterns.hold(ruleset.get(), "refs/tags/" + tag)) {
        Optional<String> name = ruleset.get().text("name");
        for (Json rule : ruleset.get().get("rules").map(Json::items).orElse(List.of())) {
          rules.add(new Rule(rule.text("type").orElse(""), name, detail(rule)));
        }
      }
    }
    return rules;
  }

  private Optional<String> name(long id) throws Lost {
    return ruleset(id).flatMap(json -> json.text("name"));
  }

  private Optional<Json> ruleset(long id) throws Lost {
    String purpose = "read a ruleset";
    Answer answer = calls.read(purpose, calls.at("/rulesets/" + id + "?includes_parents=true"));
    return answer.isOk() ? Optional.of(calls.json(purpose, answer)) : Optional.empty();
  }

  private boolean isProtected(String branch) throws Lost {
    String purpose = "read the branch " + branch;
    Answer answer = calls.read(purpose, calls.at("/branches/" + PathText.ref(branch)));
    return answer.isOk()
        && calls.json(purpose, answer).get("protected").flatMap(Json::truth).orElse(false);
  }

  private static String detail(Json rule) {
    String pattern = rule.at("parameters", "pattern").flatMap(Json::text).orElse("");
    String operator = rule.at("parameters", "operator").flatMap(Json::text).orElse("");
    if (!pattern.isEmpty()) {
      return operator.replace('_', ' ') + " " + pattern;
    }
    List<String> checks =
        rule.at("parameters", "required_status_checks").map(Json::items).orElse(List.of()).stream()
            .flatMap(check -> check.text("context").stream())
            .toList();
    return String.join(", ", checks);
  }
}
