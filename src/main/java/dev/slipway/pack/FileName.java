package dev.slipway.pack;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Reads names as UTF-8. Java reads them in the language the machine is set to, which in a bare
/// container is none, and would turn `é` into `?`.
final class FileName {
  private FileName() {}

  /// The last name of a path.
  ///
  /// @throws Refused when its bytes are not UTF-8
  static String of(Path path) {
    String name = String.valueOf(path.getFileName());
    return isPlain(name) ? name : decode(path, name);
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0x7e || name.charAt(i) < 0x20) {
        return false;
      }
    }
    return true;
  }

  /// A path's URI holds the bytes of its name, undecoded.
  private static String decode(Path path, String asJavaHasIt) {
    String raw = path.toUri().getRawPath();
    while (raw.endsWith("/")) {
      raw = raw.substring(0, raw.length() - 1);
    }
    String last = raw.substring(raw.lastIndexOf('/') + 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < last.length(); i++) {
      if (last.charAt(i) == '%') {
        bytes.write(Integer.parseInt(last.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(last.charAt(i));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Refused(
          Problem.configuration(
              "FILE_NAME_NOT_UTF8",
              "The name of the file " + asJavaHasIt + " is not valid UTF-8; npm cannot pack it.",
              "Rename the file, or leave it out of what is packed."));
    }
  }
}
