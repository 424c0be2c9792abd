/** Builds one volume, as a process of its own: node process.ts FOLDER, the articles on the standard input, one a line. */
import { text } from 'node:stream/consumers';
import { type VolumeArticle, volumeFiles } from './volume.ts';
import { writeFiles } from './write.ts';

const [folder = ''] = process.argv.slice(2);
try {
  const lines = (await text(process.stdin)).split('\n').filter((line) => line !== '');
  writeFiles(volumeFiles(lines.map((line): VolumeArticle => JSON.parse(line))), folder);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
