package dev.sieve.driver.data;

import dev.sieve.data.Cifar10;
import dev.sieve.data.DataSet;
import dev.sieve.data.Synthetic;
import dev.sieve.driver.conf.SourceConf;
import org.apache.hadoop.conf.Configuration;

/** Reads or makes the images that a conf names. */
public final class ImageSources {
  private ImageSources() {}

  /**
   * Returns the images of {@code source}.
   *
   * @throws dev.sieve.data.DataException where they cannot be had or used
   */
  public static DataSet open(SourceConf source, Configuration hadoop) {
    if (source instanceof SourceConf.Cifar10 cifar10) {
      return Cifar10.read(new HadoopFolder(cifar10.path(), hadoop));
    }
    SourceConf.Synthetic synthetic = (SourceConf.Synthetic) source;
    return Synthetic.generate(synthetic.train(), synthetic.test(), synthetic.seed());
  }
}
