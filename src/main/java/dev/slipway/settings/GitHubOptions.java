package dev.slipway.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the options of `@semantic-release/github`.
///
/// @param publish the options of the release itself
/// @param success the options of comments and labels
/// @param fail the options of the issue of a failed release
record GitHubOptions(Options publish, Options success, Options fail, Checks checks) {

  GitHubSettings read(Set<PluginStep> steps) {
    return new GitHubSettings(
        address("githubUrl"),
        address("githubApiPathPrefix"),
        address("githubApiUrl"),
        proxy(),
        assets(),
        steps.contains(PluginStep.SUCCESS) ? wording(success, "successComment") : new Wording.Off(),
        wording(success, "successCommentCondition"),
        failTitle(steps),
        steps.contains(PluginStep.FAIL) ? wording(fail, "failComment") : new Wording.Off(),
        wording(fail, "failCommentCondition"),
        labels(),
        assignees(),
        steps.contains(PluginStep.SUCCESS) ? releasedLabels() : List.of(),
        addReleases(),
        checks.flag(publish, "draftRelease").orElse(false),
        template("releaseNameTemplate", "<%= nextRelease.name %>"),
        template("releaseBodyTemplate", "<%= nextRelease.notes %>"),
        category(),
        steps);
  }

  private Optional<String> address(String key) {
    Optional<Written> value = publish.find(key).filter(v -> v.truth().orElse(true));
    value
        .filter(v -> v.text().isEmpty())
        .ifPresent(v -> checks.wrong("CONFIG_GITHUB", publish.owner(), key, "a text", v));
    return value.flatMap(Written::text);
  }

  private static boolean isOff(Optional<Written> value) {
    return value.isPresent() && value.get() instanceof Written.Flag(var on, _) && !on;
  }

  private Optional<String> proxy() {
    Optional<Written> value = publish.find("proxy");
    if (value.isEmpty() || isOff(value)) {
      return Optional.empty();
    }
    if (Checks.isFullText(value.get())) {
      return value.flatMap(Written::text);
    }
    if (value.get() instanceof Written.Members proxy
        && proxy.find("host").filter(Checks::isFullText).isPresent()
        && proxy.find("port").orElse(proxy) instanceof Written.Num(var port, _)) {
      String host = proxy.find("host").flatMap(Written::text).orElse("");
      boolean secure = proxy.find("secureProxy").flatMap(Written::truth).orElse(false);
      return Optional.of((secure ? "https://" : "http://") + host + ":" + port);
    }
    checks.wrong(
        "EINVALIDPROXY",
        publish.owner(),
        "proxy",
        "an address, an object with host and port, or false",
        value.get());
    return Optional.empty();
  }

  private List<GitHubSettings.Asset> assets() {
    Optional<Written> value = publish.find("assets");
    if (value.isEmpty()) {
      return List.of();
    }
    List<GitHubSettings.Asset> all = new ArrayList<>();
    for (Written asset : FileOptions.listed(value.get())) {
      Written globs =
          asset instanceof Written.Members members ? members.find("path").orElse(asset) : asset;
      Optional<List<String>> texts = FileOptions.texts(globs);
      if (texts.isEmpty()) {
        checks.wrong(
            "EINVALIDASSETS",
            publish.owner(),
            "assets",
            "a list of paths and globs, each a text or an object with path",
            asset);
        continue;
      }
      all.add(new GitHubSettings.Asset(texts.get(), part(asset, "name"), part(asset, "label")));
    }
    return all;
  }

  private Optional<Template> part(Written asset, String key) {
    return asset instanceof Written.Members members
        ? members
            .find(key)
            .filter(value -> value.truth().orElse(true))
            .flatMap(value -> {
              if (value.text().isEmpty()) {
                checks.wrong("EINVALIDASSETS", publish.owner(), "assets." + key, "a text", value);
                return Optional.empty();
              }
              return FileOptions.template(publish, checks, "assets." + key, value);
            })
        : Optional.empty();
  }

  private Wording wording(Options options, String key) {
    Optional<Written> value = options.find(key);
    if (value.isEmpty()) {
      return new Wording.BuiltIn();
    }
    if (isOff(value)) {
      return new Wording.Off();
    }
    if (Checks.isFullText(value.get())) {
      return FileOptions.template(options, checks, key, value.get())
          .<Wording>map(Wording.Own::new)
          .orElseGet(Wording.BuiltIn::new);
    }
    checks.wrong(
        options.code(key), options.owner(), key, "a text that is not empty, or false", value.get());
    return new Wording.BuiltIn();
  }

  private Wording failTitle(Set<PluginStep> steps) {
    if (!steps.contains(PluginStep.FAIL)) {
      return new Wording.Off();
    }
    return switch (wording(fail, "failTitle")) {
      case Wording.BuiltIn _ -> GitHubSettings.defaults().failTitle();
      case Wording.Off off -> off;
      case Wording.Own own -> own;
    };
  }

  private List<String> labels() {
    Optional<Written> value = fail.find("labels");
    if (value.isEmpty()) {
      return List.of("semantic-release");
    }
    return isOff(value) ? List.of() : texts(fail, "labels", value.get());
  }

  private List<String> assignees() {
    return fail.find("assignees").map(value -> texts(fail, "assignees", value)).orElse(List.of());
  }

  private List<String> texts(Options options, String key, Written value) {
    Optional<List<String>> texts = FileOptions.texts(value);
    if (texts.isEmpty()) {
      checks.wrong(options.code(key), options.owner(), key, "a list of texts", value);
    }
    return texts.orElse(List.of());
  }

  private List<Template> releasedLabels() {
    Optional<Written> value = success.find("releasedLabels");
    if (value.isEmpty()) {
      return GitHubSettings.defaults().releasedLabels();
    }
    if (isOff(value)) {
      return List.of();
    }
    List<Template> all = new ArrayList<>();
    if (!texts(success, "releasedLabels", value.get()).isEmpty()) {
      for (Written label : FileOptions.listed(value.get())) {
        FileOptions.template(success, checks, "releasedLabels", label).ifPresent(all::add);
      }
    }
    return all;
  }

  private GitHubSettings.AddReleases addReleases() {
    Optional<Written> value = success.find("addReleases");
    if (value.isEmpty() || isOff(value)) {
      return GitHubSettings.AddReleases.NO;
    }
    return switch (value.get().text().orElse("")) {
      case "top" -> GitHubSettings.AddReleases.TOP;
      case "bottom" -> GitHubSettings.AddReleases.BOTTOM;
      default -> {
        checks.wrong(
            "EINVALIDADDRELEASES",
            success.owner(),
            "addReleases",
            "top, bottom or false",
            value.get());
        yield GitHubSettings.AddReleases.NO;
      }
    };
  }

  private Template template(String key, String otherwise) {
    Optional<Written> value = publish.find(key);
    if (value.isPresent() && !Checks.isFullText(value.get())) {
      checks.wrong(
          publish.code(key), publish.owner(), key, "a text that is not empty", value.get());
    }
    return value
        .filter(Checks::isFullText)
        .flatMap(text -> FileOptions.template(publish, checks, key, text))
        .orElseGet(() -> Template.of(otherwise));
  }

  private Optional<String> category() {
    return isOff(publish.find("discussionCategoryName"))
        ? Optional.empty()
        : checks.text(publish, "discussionCategoryName");
  }
}
