package dev.slipway.git;

import dev.slipway.world.Bytes;
import dev.slipway.world.Remote.CommitDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEditor.DeletePath;
import org.eclipse.jgit.dircache.DirCacheEditor.PathEdit;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;

/// A commit that is made of its parent's files and a few changes.
final class CommitWriting {
  private CommitWriting() {}

  /// Writes it, and returns its hash.
  static String write(Repository repository, CommitDraft draft) {
    try (ObjectInserter inserter = repository.newObjectInserter();
        ObjectReader reader = repository.newObjectReader()) {
      DirCache index = DirCache.newInCore();
      if (draft.parent().isPresent()) {
        DirCacheBuilder builder = index.builder();
        builder.addTree(
            new byte[0],
            0,
            reader,
            repository.parseCommit(ObjectId.fromString(draft.parent().get())).getTree());
        builder.finish();
      }
      DirCacheEditor editor = index.editor();
      for (Map.Entry<String, Optional<Bytes>> file : draft.files().entrySet()) {
        if (file.getValue().isPresent()) {
          ObjectId blob =
              inserter.insert(Constants.OBJ_BLOB, file.getValue().orElseThrow().toArray());
          editor.add(new Put(file.getKey(), blob));
        } else {
          editor.add(new DeletePath(file.getKey()));
        }
      }
      editor.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      draft.parent().map(ObjectId::fromString).ifPresent(commit::setParentId);
      PersonIdent person =
          new PersonIdent(
              draft.name(), draft.email(), Instant.ofEpochSecond(draft.seconds()), ZoneOffset.UTC);
      commit.setAuthor(person);
      commit.setCommitter(person);
      commit.setMessage(draft.message());
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id.name();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Puts a blob at a path: an ordinary file, or the mode that the path has already.
  private static final class Put extends PathEdit {
    private final ObjectId blob;

    Put(String path, ObjectId blob) {
      super(path);
      this.blob = blob;
    }

    @Override
    public void apply(DirCacheEntry entry) {
      if (entry.getRawMode() == 0) {
        entry.setFileMode(FileMode.REGULAR_FILE);
      }
      entry.setObjectId(blob);
    }
  }
}
