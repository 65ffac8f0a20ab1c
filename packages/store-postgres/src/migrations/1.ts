/** Version 1. Texts are JSON as it was said; statistics, which would keep copies of texts after these were deleted, are not gathered. */
export const VERSION_1 = `
CREATE TABLE calm.profiles (
  id text PRIMARY KEY,
  name_key text NOT NULL UNIQUE,
  profile text NOT NULL
);

CREATE TABLE calm.entries (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  profile text NOT NULL REFERENCES calm.profiles (id),
  id text NOT NULL,
  entry text NOT NULL,
  UNIQUE (profile, id)
);

CREATE TABLE calm.pictures (
  sha256 text PRIMARY KEY,
  picture text NOT NULL
);

CREATE TABLE calm.snapshots (
  picture text NOT NULL,
  stamp text NOT NULL,
  general double precision NOT NULL,
  vector bytea NOT NULL,
  PRIMARY KEY (picture, stamp)
);

-- Holds a row from a deletion until the tables have been written anew without what was deleted.
CREATE TABLE calm.unswept (since timestamptz NOT NULL);

ALTER TABLE calm.profiles
  ALTER id SET STATISTICS 0, ALTER name_key SET STATISTICS 0, ALTER profile SET STATISTICS 0;
ALTER TABLE calm.entries
  ALTER profile SET STATISTICS 0, ALTER id SET STATISTICS 0, ALTER entry SET STATISTICS 0;
ALTER TABLE calm.pictures
  ALTER sha256 SET STATISTICS 0, ALTER picture SET STATISTICS 0;
ALTER TABLE calm.snapshots
  ALTER picture SET STATISTICS 0, ALTER vector SET STATISTICS 0;
`;
