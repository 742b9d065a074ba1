package dev.slipway.simulation;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.json.NotJson;
import dev.slipway.simulation.SimProcess.Assembly;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Credential;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import dev.slipway.world.World;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Bugs in what is sent, and in how answers are read.
final class NetworkBugs {
  private NetworkBugs() {}

  /// Exchanges in another way.
  private interface Wire {
    Answer exchange(Exchanges real, Request request, SimProcess process) throws Lost;
  }

  static List<PlantedBug> all() {
    return List.of(
        wiring(
            "a publish without an answer is sent again at once",
            (real, request, _) -> {
              try {
                return real.exchange(request);
              } catch (Lost lost) {
                if (!sends(request)) {
                  throw lost;
                }
                return real.exchange(request);
              }
            }),
        wiring(
            "a publish that met a server error is sent again at once",
            (real, request, _) -> {
              Answer answer = real.exchange(request);
              return sends(request) && answer.status() >= 500 ? real.exchange(request) : answer;
            }),
        wiring(
            "a publish without an answer is taken for done",
            (real, request, _) -> {
              try {
                return real.exchange(request);
              } catch (Lost lost) {
                if (!sends(request)) {
                  throw lost;
                }
                return RegistryModel.json(201, "{\"stageId\":\"made-up\"}");
              }
            }),
        wiring(
            "a refused publish is taken for done",
            (real, request, _) -> {
              Answer answer = real.exchange(request);
              return sends(request) && answer.status() >= 400
                  ? RegistryModel.json(201, "{\"stageId\":\"made-up\"}")
                  : answer;
            }),
        wiring(
            "a publish is never sent",
            (real, request, _) ->
                sends(request)
                    ? RegistryModel.json(201, "{\"stageId\":\"made-up\"}")
                    : real.exchange(request)),
        new PlantedBug("accepted is taken for visible", accepting()),
        wiring(
            "digests are not compared",
            (real, request, process) -> {
              Answer answer = real.exchange(request);
              return looks(request) && answer.status() == 200 ? ours(answer, process) : answer;
            }),
        wiring(
            "a registry that cannot be asked is taken for one that has nothing",
            (real, request, _) -> {
              if (!looks(request)) {
                return real.exchange(request);
              }
              try {
                Answer answer = real.exchange(request);
                return answer.status() == 200 ? answer : RegistryModel.json(404, "{}");
              } catch (Lost lost) {
                return RegistryModel.json(404, "{}");
              }
            }),
        wiring(
            "burned numbers are not seen",
            (real, request, _) -> {
              Answer answer = real.exchange(request);
              return packument(request) && answer.status() == 200
                  ? with(answer, json(answer).with("time", Json.empty()))
                  : answer;
            }),
        wiring(
            "where latest stands is not seen",
            (real, request, _) -> {
              Answer answer = real.exchange(request);
              return packument(request) && answer.status() == 200
                  ? with(answer, json(answer).with("dist-tags", Json.empty()))
                  : answer;
            }),
        wiring(
            "everything is published as latest",
            (real, request, _) -> real.exchange(sends(request) ? asLatest(request) : request)),
        wiring(
            "release pages are public at once",
            (real, request, _) ->
                real.exchange(
                    creates(request)
                        ? replaced(request, "\"draft\":true", "\"draft\":false")
                        : request)),
        wiring(
            "drafts are not found again",
            (real, request, _) -> {
              Answer answer = real.exchange(request);
              return request.method().equals("GET") && request.uri().getPath().endsWith("/releases")
                  ? RegistryModel.json(200, "[]")
                  : answer;
            }),
        wiring(
            "a file that broke off is taken for whole",
            (real, request, process) -> {
              if (request.method().equals("GET") && request.uri().getPath().contains("/assets/")) {
                return new Answer(200, Map.of(), wanted(request, process));
              }
              Answer answer = real.exchange(request);
              return gitHub(request)
                  ? new Answer(
                      answer.status(),
                      answer.headers(),
                      Bytes.of(answer.text().replace("\"starter\"", "\"uploaded\"")))
                  : answer;
            }),
        wiring(
            "files are not sent",
            (real, request, _) ->
                request.method().equals("POST") && request.uri().getHost().startsWith("uploads.")
                    ? RegistryModel.json(
                        201, "{\"id\":1,\"name\":\"x\",\"size\":1,\"state\":\"uploaded\"}")
                    : real.exchange(request)),
        wiring(
            "a page without an answer is taken for published",
            (real, request, _) -> {
              if (!request.method().equals("PATCH")) {
                return real.exchange(request);
              }
              try {
                return real.exchange(request);
              } catch (Lost lost) {
                Answer page = real.exchange(request.with("GET", new Payload.Empty()));
                return with(page, json(page).with("draft", Json.of(false)));
              }
            }),
        wiring(
            "redirects are followed with the token",
            (real, request, _) -> {
              Answer answer = real.exchange(request);
              return answer.status() / 100 == 3 && answer.header("location").isPresent()
                  ? real.exchange(at(request, URI.create(answer.header("location").orElse(""))))
                  : answer;
            }),
        wiring(
            "GitHub gets the npm token",
            (real, request, _) ->
                real.exchange(
                    gitHub(request) && !(request.credential() instanceof Credential.None)
                        ? request.as(new Credential.Bearer(SimProcess.NPM))
                        : request)),
        wiring(
            "the registry gets GitHub's token",
            (real, request, _) ->
                real.exchange(
                    gitHub(request) ? request : request.as(new Credential.Bearer(SimProcess.GH)))),
        wiring(
            "the token stands in the address",
            (real, request, _) ->
                real.exchange(sends(request) ? at(request, tokened(request.uri())) : request)),
        wiring(
            "the token stands in a header",
            (real, request, _) ->
                real.exchange(request.header("x-token", SimProcess.NPM.reveal()))),
        new PlantedBug("what a registry once said is believed for ever", remembering()),
        wiring(
            "dist-tags are not moved",
            (real, request, _) ->
                request.method().equals("PUT") && request.uri().getPath().contains("/dist-tags/")
                    ? RegistryModel.json(201, "{}")
                    : real.exchange(request)),
        wiring(
            "a version that is being scanned is taken for lost",
            (real, request, _) -> {
              Answer answer = real.exchange(request);
              return sends(request) && (answer.status() == 409 || answer.status() == 403)
                  ? RegistryModel.json(422, "{\"error\":\"refused\"}")
                  : answer;
            }));
  }

  private static PlantedBug wiring(String name, Wire wire) {
    return new PlantedBug(
        name,
        new Assembly() {
          @Override
          public World world(World real, SimProcess process) {
            return BentWorld.with(real, request -> wire.exchange(real.http(), request, process));
          }
        });
  }

  /// After a version was taken it can be read, as far as this program knows.
  private static Assembly accepting() {
    return new Assembly() {
      @Override
      public World world(World real, SimProcess process) {
        Set<String> taken = new HashSet<>();
        return BentWorld.with(
            real,
            request -> {
              Answer answer = real.http().exchange(request);
              if (sends(request) && answer.isOk()) {
                Json body = JsonReader.read(RegistryModel.body(request));
                Map.Entry<String, Json> sent =
                    body.get("versions").orElseThrow().members().entrySet().iterator().next();
                String path = "/" + body.text("_id").orElse("").replace("/", "%2f");
                taken.add(path + "/" + sent.getKey() + " " + JsonWriter.compact(sent.getValue()));
              }
              String wanted = request.uri().getRawPath() + " ";
              return taken.stream()
                  .filter(each -> looks(request) && each.startsWith(wanted))
                  .findFirst()
                  .map(each -> RegistryModel.json(200, each.substring(wanted.length())))
                  .orElse(answer);
            });
      }
    };
  }

  private static Assembly remembering() {
    return new Assembly() {
      @Override
      public World world(World real, SimProcess process) {
        Map<URI, Answer> said = new HashMap<>();
        return BentWorld.with(
            real,
            request -> {
              if (!looks(request)) {
                return real.http().exchange(request);
              }
              Answer known = said.get(request.uri());
              Answer answer = known == null ? real.http().exchange(request) : known;
              said.put(request.uri(), answer);
              return answer;
            });
      }
    };
  }

  private static boolean registry(Request request) {
    return request.uri().getHost().equals(SimProcess.REGISTRY.getHost());
  }

  private static boolean gitHub(Request request) {
    return request.uri().getHost().endsWith("gh.test");
  }

  private static boolean sends(Request request) {
    return registry(request)
        && !request.method().equals("GET")
        && !request.uri().getPath().contains("/dist-tags/");
  }

  /// Reads a version's own document.
  private static boolean looks(Request request) {
    return registry(request)
        && request.method().equals("GET")
        && request.uri().getRawPath().split("/", -1).length == 3;
  }

  private static boolean packument(Request request) {
    return registry(request)
        && request.method().equals("GET")
        && request.uri().getRawPath().split("/", -1).length == 2;
  }

  private static boolean creates(Request request) {
    return gitHub(request)
        && request.method().equals("POST")
        && request.uri().getPath().endsWith("/releases");
  }

  /// What a file of a page should hold.
  private static Bytes wanted(Request request, SimProcess process) {
    String path = request.uri().getPath();
    long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    return process.universe.github.pages.stream()
        .flatMap(page -> page.files.stream())
        .filter(file -> file.id() == id)
        .findFirst()
        .flatMap(file -> SimPlanner.rebuild(process, file.name()))
        .map(Bytes::of)
        .orElse(Bytes.of(""));
  }

  private static Json.Obj json(Answer answer) {
    try {
      return JsonReader.read(answer.text()) instanceof Json.Obj object ? object : Json.empty();
    } catch (NotJson notJson) {
      return Json.empty();
    }
  }

  private static Answer with(Answer answer, Json body) {
    return new Answer(answer.status(), answer.headers(), Bytes.of(JsonWriter.compact(body)));
  }

  /// A version's document with the digest that an intent of ours names.
  private static Answer ours(Answer answer, SimProcess process) {
    Json.Obj document = json(answer);
    String label = document.text("name").orElse("") + "@" + document.text("version").orElse("");
    return process.universe.git.named.stream()
        .filter(each -> each.startsWith(label + " "))
        .findFirst()
        .map(each -> each.split(" ", -1)[1])
        .map(integrity ->
            with(answer, document.with("dist", Json.empty().with("integrity", Json.of(integrity)))))
        .orElse(answer);
  }

  private static Request asLatest(Request request) {
    Json body = JsonReader.read(RegistryModel.body(request));
    if (!(body instanceof Json.Obj object)) {
      return request;
    }
    String version = object.get("versions").orElseThrow().members().keySet().iterator().next();
    Json.Obj latest = object.with("dist-tags", Json.empty().with("latest", Json.of(version)));
    return content(request, JsonWriter.compact(latest));
  }

  private static Request replaced(Request request, String from, String to) {
    return content(
        request,
        new String(RegistryModel.body(request), java.nio.charset.StandardCharsets.UTF_8)
            .replace(from, to));
  }

  private static Request content(Request request, String body) {
    return request.with(request.method(), new Payload.Content(Bytes.of(body), "application/json"));
  }

  private static URI tokened(URI uri) {
    return URI.create(uri + "?token=" + SimProcess.NPM.reveal());
  }

  private static Request at(Request request, URI uri) {
    return new Request(
        request.purpose(),
        request.method(),
        uri,
        request.headers(),
        request.credential(),
        request.payload(),
        request.deadline(),
        request.largestAnswer());
  }
}
