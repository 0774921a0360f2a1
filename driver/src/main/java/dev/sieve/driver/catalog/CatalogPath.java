package dev.sieve.driver.catalog;

import dev.sieve.driver.conf.TablePrefix;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.CatalogManager;
import org.apache.spark.sql.connector.catalog.CatalogPlugin;
import org.apache.spark.sql.connector.catalog.DelegatingCatalogExtension;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.V1Table;
import org.apache.spark.sql.execution.datasources.v2.V2SessionCatalog;

/**
 * Where Spark finds a database: in the catalog that its name begins with, or in the current one.
 */
final class CatalogPath {
  private final CatalogPlugin catalog;
  private final String[] namespace;

  CatalogPath(SparkSession spark, TablePrefix prefix) {
    CatalogManager catalogs =
        ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().catalogManager();
    List<String> path = prefix.path();
    boolean named = path.size() > 1 && catalogs.isCatalogRegistered(path.get(0));
    this.catalog = named ? catalogs.catalog(path.get(0)) : catalogs.currentCatalog();
    this.namespace = path.subList(named ? 1 : 0, path.size()).toArray(String[]::new);
  }

  /** Returns whether there is such a database. */
  boolean exists() {
    return catalog instanceof SupportsNamespaces namespaces
        && namespaces.namespaceExists(namespace);
  }

  /**
   * Returns whether it is in Spark's own catalog, or in one that leaves it to that to know which
   * tables there are.
   */
  boolean isOfSession() {
    return catalog instanceof V2SessionCatalog || catalog instanceof DelegatingCatalogExtension;
  }

  /** Returns whether Spark itself keeps the files of {@code table}, which must exist. */
  boolean isOfFiles(String table) throws NoSuchTableException {
    return catalog instanceof TableCatalog tables
        && tables.loadTable(Identifier.of(namespace, table)) instanceof V1Table;
  }
}
