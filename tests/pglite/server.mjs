// A PostgreSQL with pgvector in this process, at a port of its own, which it prints.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { vector } from '@electric-sql/pglite-pgvector';

const db = await PGlite.create({ extensions: { vector } });
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 20 });
server.addEventListener('listening', event => console.log(event.detail.port));
await server.start();
process.stdin.resume().on('end', () => process.exit()); // Whoever started it is gone.
