package dev.sieve.export.figure;

import dev.sieve.Texts;
import dev.sieve.export.run.Predictions;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.TestImages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The test images about which the final model is most sure, and wrong. */
final class MistakeFigure {
  private static final int COUNT = 18;
  private static final Montage MONTAGE = new Montage(6, 110, 34, 3);

  private MistakeFigure() {}

  /** Returns the figure; nothing where the images are not on this machine. */
  static Optional<Figure> of(Run run, Predictions predictions) {
    List<Predictions.Image> worst =
        predictions.images().stream()
            .filter(image -> !image.right())
            .sorted(Comparator.comparingDouble(Predictions.Image::ofPredicted).reversed())
            .limit(COUNT)
            .toList();
    return worst.isEmpty()
        ? Optional.empty()
        : TestImages.of(run)
            .filter(images -> images.shape().channels() == 3)
            .map(images -> figure(images, worst, run.classNames(predictions.classes())));
  }

  private static Figure figure(
      TestImages images, List<Predictions.Image> worst, List<String> names) {
    Data.Builder data = Data.of("image", "class", "predicted", "p_predicted", "p_class");
    List<Montage.Tile> tiles = new ArrayList<>();
    for (Predictions.Image image : worst) {
      String label = names.get(image.label());
      String predicted = names.get(image.predicted());
      data.row(image.number(), label, predicted, image.ofPredicted(), image.ofLabel());
      tiles.add(
          new Montage.Tile(
              picture(images, image.number()),
              Texts.format(
                  "predicted %s\n(%d %%), true: %s\nimage %d",
                  predicted, Math.round(100 * image.ofPredicted()), label, image.number())));
    }
    return MONTAGE.figure(
        "mistakes",
        "Most confident mistakes on the test set",
        "The wrongly classified test images to whose wrong class the final model assigns the highest"
            + " probability.",
        data.build(),
        tiles);
  }

  private static String picture(TestImages images, int number) {
    return Picture.png(
        images.shape().height(),
        images.shape().width(),
        (row, column, channel) -> images.brightness(number, row, column, channel));
  }
}
