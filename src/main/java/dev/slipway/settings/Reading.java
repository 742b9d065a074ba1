package dev.slipway.settings;

import dev.slipway.version.Version;
import dev.slipway.world.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the text of an input becomes its value. An empty text means that the input is not set.
@FunctionalInterface
interface Reading<T> {
  /// The value of a trimmed text.
  ///
  /// @throws Misread when the text is not of this kind
  T value(String text);

  /// Says what a text must be instead. The message goes on with "must be …".
  final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misread(String wanted) {
      super(wanted);
    }
  }

  /// Any text.
  static Reading<Optional<String>> text() {
    return text -> text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /// A secret.
  static Reading<Optional<Secret>> secret() {
    return text -> text.isEmpty() ? Optional.empty() : Optional.of(Secret.of(text));
  }

  /// A truth value, as the Actions toolkit has it.
  static Reading<Boolean> flag() {
    return text -> maybe().value(text).orElse(false);
  }

  /// A truth value that may be left open.
  static Reading<Optional<Boolean>> maybe() {
    return text ->
        switch (text) {
          case "" -> Optional.empty();
          case "true", "True", "TRUE" -> Optional.of(true);
          case "false", "False", "FALSE" -> Optional.of(false);
          default -> throw new Misread("true or false");
        };
  }

  /// A list, one item a line.
  static Reading<List<String>> lines() {
    return text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /// One of an enum's constants, written small and with hyphens.
  static <E extends Enum<E>> Reading<Optional<E>> oneOf(Class<E> choices) {
    List<E> all = Arrays.asList(choices.getEnumConstants());
    return text -> {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      Optional<E> found = all.stream().filter(one -> spelling(one).equals(text)).findFirst();
      if (found.isEmpty()) {
        throw new Misread(
            all.stream().map(Reading::spelling).collect(Collectors.joining(", ", "one of ", "")));
      }
      return found;
    };
  }

  /// `PULL_REQUEST` as `pull-request`.
  static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A length of time, such as `90s`, `20m` or `1h30m`.
  static Reading<Optional<Duration>> duration() {
    return text -> {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      long seconds = 0;
      int at = 0;
      while (at < text.length()) {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
          at++;
        }
        long unit = at < text.length() ? secondsOf(text.charAt(at)) : 0;
        if (at == start || at - start > 6 || (unit == 0 && !text.equals("0"))) {
          throw new Misread("a length of time such as 90s, 20m or 1h30m");
        }
        seconds += Long.parseLong(text.substring(start, at)) * unit;
        at++;
      }
      return Optional.of(Duration.ofSeconds(seconds));
    };
  }

  private static long secondsOf(char unit) {
    return switch (unit) {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3_600;
      case 'd' -> 86_400;
      default -> 0;
    };
  }

  /// A day, as `2027-01-31`.
  static Reading<Optional<LocalDate>> day() {
    return text -> {
      try {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
      } catch (DateTimeParseException notDay) {
        throw new Misread("a day such as 2027-01-31");
      }
    };
  }

  /// A version.
  static Reading<Optional<Version>> version() {
    return text -> {
      Optional<Version> version = Version.parse(text);
      if (version.isEmpty() && !text.isEmpty()) {
        throw new Misread("a semantic version such as 0.1.0");
      }
      return version;
    };
  }

  /// The address of a registry: https, or http on loopback; no user in it.
  static Reading<Optional<URI>> address() {
    return text -> text.isEmpty() ? Optional.empty() : Optional.of(addressOf(text));
  }

  /// Addresses, one a line.
  static Reading<List<URI>> addresses() {
    return text -> {
      List<URI> all = new ArrayList<>();
      for (String line : lines().value(text)) {
        all.add(addressOf(line));
      }
      return List.copyOf(all);
    };
  }

  private static URI addressOf(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean secure = scheme.equals("https") || (scheme.equals("http") && isLoopback(uri));
      if (secure
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException notAddress) {
      // said below, for every reason alike
    }
    throw new Misread(
        "an https address without user, query or fragment, such as https://npm.example.com/");
  }

  private static boolean isLoopback(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost();
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }
}
