-- Run before every command: it changes nothing where everything is there. Two processes at once wait for each other.
SELECT pg_advisory_xact_lock(1718379877, 0);

CREATE SCHEMA IF NOT EXISTS fleet;

CREATE TABLE IF NOT EXISTS fleet.stores (
    -- Also the key of the lock that the owner of the store holds.
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash text NOT NULL UNIQUE,
    -- Where the token is, `env:NAME` or `file:PATH`; never the token.
    token text NOT NULL CHECK (token ~ '^(env|file):.'),
    base_url text,
    -- Whether its owner has not given it back: it imports, or it is gone.
    is_taken bool NOT NULL DEFAULT false,
    -- After a failure nobody takes the store before this time.
    not_before timestamptz NOT NULL DEFAULT '-infinity',
    failures int NOT NULL DEFAULT 0,
    problem text
);

CREATE TABLE IF NOT EXISTS fleet.rows (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    store int NOT NULL REFERENCES fleet.stores,
    -- The line of the file that it was read from.
    line bigint NOT NULL,
    email text NOT NULL,
    -- The other cells, until the row is done.
    cells jsonb,
    state text NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'created', 'updated', 'unchanged', 'refused', 'failed')),
    attempts int NOT NULL DEFAULT 0,
    -- The id at the store.
    customer bigint,
    problem text,
    CHECK ((state IN ('created', 'updated', 'unchanged')) = (customer IS NOT NULL)),
    CHECK ((customer IS NULL) = (cells IS NOT NULL))
);

-- A customer of a store has one row, which is what the customer shall become. The API ignores the case of addresses.
CREATE UNIQUE INDEX IF NOT EXISTS rows_email ON fleet.rows (store, lower(email));
CREATE INDEX IF NOT EXISTS rows_waiting ON fleet.rows (store, attempts, id) WHERE state = 'waiting';
