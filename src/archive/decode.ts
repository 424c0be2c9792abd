/** Provisional: the decoder of ingest takes its place. */
import iconv from 'iconv-lite';

/** Decodes a dump by the encoding that its ledger names. */
export function decodeDump(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes), encoding);
}
