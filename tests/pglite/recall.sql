-- What HNSW misses, and what it saves: psql -v passages=100000 -f tests/pglite/recall.sql, on a scratch database of a server with pgvector.
-- Vectors of 384 dimensions around 500 centres; a question wants 40 and is proposed 200, as in PostgreSqlVectorSearch.
\set QUIET on
\timing off
\pset footer off
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS vector;
DROP SCHEMA IF EXISTS recall CASCADE;
CREATE SCHEMA recall;
SET search_path = recall, public;
SELECT setseed(0.5) \g /dev/null
CREATE TABLE centres AS SELECT c AS id, (SELECT array_agg(random() + random() + random() - 1.5 + 0 * (g + c)) FROM generate_series(1, 384) g)::vector(384) AS centre FROM generate_series(0, 499) c;
CREATE TABLE passages AS
    SELECT p AS id, l2_normalize(centre + (SELECT array_agg((random() + random() + random() - 1.5) * 0.8 + 0 * (g + p)) FROM generate_series(1, 384) g)::vector(384))::halfvec(384) AS embedding
    FROM generate_series(1, :passages) p JOIN centres ON centres.id = p % 500;
CREATE TABLE questions AS
    SELECT q AS id, l2_normalize(centre + (SELECT array_agg((random() + random() + random() - 1.5) * 1.2 + 0 * (g + q)) FROM generate_series(1, 384) g)::vector(384))::halfvec(384) AS embedding
    FROM generate_series(1, 200) q JOIN centres ON centres.id = (q * 7) % 500;
ANALYZE;
SET max_parallel_workers_per_gather = 0;

CREATE TABLE timings (what text, ms numeric);
CREATE PROCEDURE ask(what text, target regclass, wanted int) LANGUAGE plpgsql AS $$
DECLARE
    question record;
    began timestamptz;
BEGIN
    FOR question IN SELECT * FROM recall.questions LOOP
        began := clock_timestamp();
        EXECUTE format('INSERT INTO %s SELECT $1, id FROM recall.passages ORDER BY embedding <#> $2 LIMIT $3', target) USING question.id, question.embedding, wanted;
        INSERT INTO recall.timings VALUES (what, extract(epoch FROM clock_timestamp() - began) * 1000);
    END LOOP;
END $$;
CREATE TABLE exact (question int, passage int);
CREATE TABLE near (question int, passage int);
CALL ask('scan', 'exact', 40);
SELECT clock_timestamp() AS began \gset
CREATE INDEX near_index ON passages USING hnsw (embedding halfvec_ip_ops);
SELECT round(extract(epoch FROM clock_timestamp() - :'began'::timestamptz)) AS "building s", pg_size_pretty(pg_relation_size('near_index')) AS "index", pg_size_pretty(pg_relation_size('passages')) AS "vectors";
SET hnsw.ef_search = 200;
CALL ask('hnsw', 'near', 200);
SELECT what, percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric(10, 1) AS "median ms", percentile_cont(0.95) WITHIN GROUP (ORDER BY ms)::numeric(10, 1) AS "95 % ms" FROM timings GROUP BY what ORDER BY what DESC;
SELECT round(avg(found)::numeric / 40, 4) AS "recall of 40", count(*) FILTER (WHERE found < 40) AS "questions that miss one", count(*) AS questions
FROM (SELECT e.question, count(n.passage) AS found FROM exact e LEFT JOIN near n USING (question, passage) GROUP BY e.question) counts;
DROP SCHEMA recall CASCADE;
