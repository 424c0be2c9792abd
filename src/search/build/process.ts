/** Builds one volume, as a process of its own: node process.ts FOLDER, the articles on the standard input, one a line. */
import { text } from 'node:stream/consumers';
import { type VolumeArticle, writeVolume } from './volume.ts';

async function read(): Promise<VolumeArticle[]> {
  const lines = (await text(process.stdin)).split('\n').filter((line) => line !== '');
  return lines.map((line): VolumeArticle => JSON.parse(line));
}

const [folder = ''] = process.argv.slice(2);
try {
  await writeVolume(read, folder);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
