package dev.slipway.git;

import java.io.IOException;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// A repository that borrows another's objects and does not speak of it: what a server is told to
/// be here is said with each fetch.
final class BorrowingRepository extends FileRepository {
  /// Opens it.
  ///
  /// @param builder set up
  BorrowingRepository(FileRepositoryBuilder builder) throws IOException {
    super(builder);
  }

  @Override
  public Set<ObjectId> getAdditionalHaves() {
    return Set.of();
  }

  /// What the refs hold of the one whose objects are borrowed.
  Set<ObjectId> borrowedTips() throws IOException {
    return super.getAdditionalHaves();
  }
}
