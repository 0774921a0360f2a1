package dev.sieve.driver.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonConfigurationKeys;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class UmaskTest {

  /** Java's own files go by it without being asked. */
  @Test
  void hadoopsFolders_haveThePermissionsOfJavas(@TempDir Path folder) throws IOException {
    Configuration hadoop = SparkStart.files();
    assertEquals(
        Umask.ofThisProcess(),
        Optional.of(hadoop.get(CommonConfigurationKeys.FS_PERMISSIONS_UMASK_KEY)));
    org.apache.hadoop.fs.Path ofHadoop =
        new org.apache.hadoop.fs.Path(folder.resolve("a").toString());
    FileContext.getFileContext(hadoop).mkdir(ofHadoop, FsPermission.getDirDefault(), true);
    assertEquals(
        Files.getPosixFilePermissions(Files.createDirectory(folder.resolve("b"))),
        Files.getPosixFilePermissions(folder.resolve("a")));
  }
}
