package dev.slipway.rehearsal;

import dev.slipway.rehearsal.Loopback.Call;
import dev.slipway.rehearsal.Loopback.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/// A git remote over smart HTTP, served from a bare repository in this process.
final class GitHost implements AutoCloseable {
  private final Repository repository;
  private final Loopback server;

  private GitHost(Repository repository) throws IOException {
    this.repository = repository;
    this.server = Loopback.serve(this::reply);
  }

  /// Serves one bare repository, under whatever name it is asked for.
  static GitHost serve(Repository bare) throws IOException {
    return new GitHost(bare);
  }

  /// Where it is served.
  String address() {
    return server.address();
  }

  private Reply reply(Call call) throws IOException {
    if (call.path().endsWith("/info/refs")) {
      return advertise(call);
    }
    if (call.path().endsWith("/git-upload-pack")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      UploadPack upload = uploadPack(call);
      upload.upload(new ByteArrayInputStream(call.body().bytes()), out, null);
      return Reply.of(200, "application/x-git-upload-pack-result", out.toByteArray());
    }
    if (call.path().endsWith("/git-receive-pack")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      receivePack().receive(new ByteArrayInputStream(call.body().bytes()), out, null);
      return Reply.of(200, "application/x-git-receive-pack-result", out.toByteArray());
    }
    return Reply.of(404, "text/plain", "no such thing here".getBytes(StandardCharsets.UTF_8));
  }

  private Reply advertise(Call call) throws IOException {
    String service = call.query().replace("service=", "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PacketLineOut lines = new PacketLineOut(out);
    boolean second = call.header("Git-Protocol").contains("version=2");
    if (service.equals("git-receive-pack") || !second) {
      lines.writeString("# service=" + service + "\n");
      lines.end();
    }
    RefAdvertiser.PacketLineOutRefAdvertiser advertiser =
        new RefAdvertiser.PacketLineOutRefAdvertiser(lines);
    if (service.equals("git-receive-pack")) {
      receivePack().sendAdvertisedRefs(advertiser);
    } else {
      uploadPack(call).sendAdvertisedRefs(advertiser, service);
    }
    return Reply.of(200, "application/x-" + service + "-advertisement", out.toByteArray());
  }

  private UploadPack uploadPack(Call call) {
    UploadPack upload = new UploadPack(repository);
    upload.setBiDirectionalPipe(false);
    upload.setRequestPolicy(UploadPack.RequestPolicy.ANY);
    if (!call.header("Git-Protocol").isEmpty()) {
      upload.setExtraParameters(java.util.List.of(call.header("Git-Protocol")));
    }
    return upload;
  }

  private ReceivePack receivePack() {
    ReceivePack receive = new ReceivePack(repository);
    receive.setBiDirectionalPipe(false);
    receive.setAtomic(true);
    receive.setAllowNonFastForwards(true);
    return receive;
  }

  /// The refs as they stand now, by full name.
  Map<String, String> refs() throws IOException {
    Map<String, String> refs = new java.util.TreeMap<>();
    for (var ref : repository.getRefDatabase().getRefs()) {
      if (ref.getObjectId() != null) {
        refs.put(ref.getName(), ref.getObjectId().name());
      }
    }
    return refs;
  }

  @Override
  public void close() {
    server.close();
    repository.close();
  }
}
