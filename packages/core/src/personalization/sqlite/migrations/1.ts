/**
 * Version 1. What people said is kept as it was said, as JSON; columns beside it are what it is found by. Each row has a checksum over
 * its columns: SQLite sees when its own structure is damaged, but not when a disk has changed a 4 into a 5.
 */
export const VERSION_1 = `
CREATE TABLE profiles (
  id TEXT PRIMARY KEY,
  name_key TEXT NOT NULL UNIQUE,
  profile TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE entries (
  number INTEGER PRIMARY KEY,
  profile TEXT NOT NULL REFERENCES profiles (id),
  id TEXT NOT NULL,
  entry TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  UNIQUE (profile, id)
) STRICT;

CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
BEGIN
  SELECT RAISE (ABORT, 'entries are added and never changed');
END;

CREATE TABLE pictures (
  sha256 TEXT PRIMARY KEY,
  picture TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE snapshots (
  picture TEXT NOT NULL,
  stamp TEXT NOT NULL,
  general REAL NOT NULL,
  vector BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (picture, stamp)
) STRICT;

-- Holds a row from a deletion until nothing that was deleted can be read from the file.
CREATE TABLE unswept (since TEXT NOT NULL) STRICT;
`;
