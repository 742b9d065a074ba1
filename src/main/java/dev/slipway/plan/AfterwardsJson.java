package dev.slipway.plan;

import dev.slipway.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a plan does once its packages are out, as JSON, and back.
final class AfterwardsJson {
  private AfterwardsJson() {}

  static Json proposal(PlannedProposal proposal) {
    Map<String, Json> json = new LinkedHashMap<>();
    json.put("head", Json.of(proposal.head()));
    json.put("base", Json.of(proposal.base()));
    json.put("title", Json.of(proposal.title()));
    json.put("body", Json.of(proposal.body()));
    json.put("message", Json.of(proposal.message()));
    json.put("files", new Json.Arr(proposal.files().stream().map(AfterwardsJson::file).toList()));
    return new Json.Obj(json);
  }

  private static Json file(PlannedProposal.File file) {
    return Json.empty()
        .with("path", Json.of(file.path()))
        .with("integrity", Json.of(file.integrity()));
  }

  static PlannedProposal proposal(Fields fields) throws NotAnIntent {
    return new PlannedProposal(
        fields.text("head"),
        fields.text("base"),
        fields.text("title"),
        fields.text("body"),
        fields.text("message"),
        fields.each(
            "files", file -> new PlannedProposal.File(file.text("path"), file.text("integrity"))));
  }

  static Json announcement(PlannedAnnouncement announcement) {
    Map<String, Json> json = new LinkedHashMap<>();
    json.put("key", Json.of(announcement.key()));
    json.put("commits", Json.of(announcement.commits()));
    json.put(
        "closes", new Json.Arr(announcement.closes().stream().<Json>map(n -> Json.of(n)).toList()));
    json.put("wording", Json.of(announcement.wording()));
    json.put("condition", Json.of(announcement.condition()));
    json.put("labels", Json.of(announcement.labels()));
    json.put("names", announcement.names());
    json.put("closesFailures", Json.of(announcement.failLabels().isPresent()));
    json.put("failLabels", Json.of(announcement.failLabels().orElse(List.of())));
    return new Json.Obj(json);
  }

  static PlannedAnnouncement announcement(Fields fields) throws NotAnIntent {
    return new PlannedAnnouncement(
        fields.text("key"),
        fields.texts("commits"),
        numbers(fields),
        fields.maybe("wording"),
        fields.maybe("condition"),
        fields.texts("labels"),
        fields.object("names"),
        fields.truth("closesFailures")
            ? Optional.of(fields.texts("failLabels"))
            : Optional.empty());
  }

  private static List<Long> numbers(Fields fields) throws NotAnIntent {
    List<Long> numbers = new ArrayList<>();
    for (Json item : fields.json().get("closes").map(Json::items).orElse(List.of())) {
      numbers.add(item.whole().orElseThrow(() -> new NotAnIntent("closes is of another kind")));
    }
    return numbers;
  }
}
