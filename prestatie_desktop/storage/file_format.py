"""What makes a file a dossier, and which version of it this program writes."""

#: In the header of every dossier ("PrAf"), so that no other SQLite file is taken for one.
APPLICATION_ID = 0x50724166

#: Version of the tables; goes up with every step in db/versions and is the number of the last.
SCHEMA_VERSION = 1

SUFFIX = ".prestatie"
