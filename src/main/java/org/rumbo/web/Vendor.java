package org.rumbo.web;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Which database this is, where the two that Rumbo runs on differ. */
final class Vendor {
    private Vendor() {}

    static boolean isPostgres(DataSource database) {
        try {
            return "PostgreSQL"
                    .equals(JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName));
        } catch (MetaDataAccessException unreachable) {
            throw new IllegalStateException("The database cannot be asked what it is", unreachable);
        }
    }
}
