/**
 * The folder of an index in a site. Volumes have names of their own that change with what they hold: those that are
 * there stay, new ones are added beside them, and only when all is there does the manifest name them. A run that fails
 * or is killed leaves the index that was there; the next one takes up what it finds.
 */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readRecord } from '../../cache/kept-file.ts';
import { type Manifest, manifestName } from '../files.ts';
import { codeDigest } from './code.ts';
import { type Inventory, inventoryOf, isSame } from './inventory.ts';
import { programFiles, programNames } from './pagefind.ts';
import { copyFolder, type IndexFile, json, placeFile, placeFolder, writeWhole } from './write.ts';

const volumesFolder = 'volumes';

/** The files of an index. */
interface Files {
  /** By volume; paths are relative to its folder. */
  volumes: Record<string, Inventory>;
  others: Inventory;
}

/** What the last run left. */
interface Placed extends Files {
  /** A hash of the program that did it. */
  code: string;
  /** A hash of all that decided it; empty where nothing says so. */
  key: string;
}

function filesIn(folder: string): Files {
  const files: Files = { volumes: {}, others: {} };
  for (const [name, file] of Object.entries(inventoryOf(folder))) {
    const [first, volume, ...rest] = name.split('/');
    if (first !== volumesFolder || volume === undefined) {
      files.others[name] = file;
      continue;
    }
    const its = files.volumes[volume] ?? {};
    its[rest.join('/')] = file;
    files.volumes[volume] = its;
  }
  return files;
}

/** Where a volume stands in the folder of an index, with a slash at its end. */
export function folderOfVolume(name: string): string {
  return `${volumesFolder}/${name}/`;
}

export interface IndexSize {
  files: number;
  bytes: number;
}

function sizeOf({ volumes, others }: Files): IndexSize {
  const sizes = [others, ...Object.values(volumes)].flatMap((files) =>
    Object.values(files).map(([size]) => size),
  );
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

export class PlacedIndex {
  readonly #folder: string;
  readonly #record: string;
  readonly #placed: Placed;
  readonly #found: Files;

  /**
   * @param folder of the index
   * @param cache a folder that knows what was placed; without it everything is placed anew
   */
  constructor(folder: string, cache: string) {
    this.#folder = folder;
    const code = codeDigest();
    const place = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 12);
    this.#record = path.join(cache, `placed-${place}.json`);
    const placed = readRecord<Placed>(this.#record);
    this.#placed = placed?.code === code ? placed : { code, key: '', volumes: {}, others: {} };
    this.#found = filesIn(folder);
  }

  /** The size of the index, where it was made by what has this key and every file is as it was written. */
  current(key: string): IndexSize | undefined {
    const { key: before, volumes, others } = this.#placed;
    if (key === '' || key !== before) return undefined;
    const names = new Set([...Object.keys(volumes), ...Object.keys(this.#found.volumes)]);
    const isWhole = isSame(others, this.#found.others) && [...names].every((name) => this.find(name));
    return isWhole ? sizeOf(this.#found) : undefined;
  }

  /** The folder of a volume that is there, as it was written. */
  find(name: string): string | undefined {
    const isThere = isSame(this.#found.volumes[name] ?? {}, this.#placed.volumes[name] ?? {});
    return isThere ? path.join(this.#folder, volumesFolder, name) : undefined;
  }

  /** Copies a volume into the index, in place of what stands under its name. */
  add(name: string, from: string): void {
    copyFolder(from, path.join(this.#folder, volumesFolder, name));
  }

  /** Where nothing says that the program is there already, it is asked for, which takes a process. */
  async #addProgram(): Promise<void> {
    const isThere = programNames.every((name) => {
      const [found, placed] = [this.#found.others[name], this.#placed.others[name]];
      return found !== undefined && found.join() === placed?.join();
    });
    if (isThere) return;
    for (const file of await programFiles()) placeFile(file, this.#folder);
  }

  /**
   * Makes the volumes that the manifest names the index, and takes away everything else.
   *
   * @param about files about the whole archive, without their folder
   * @param key a hash of all that decides the index; empty where nothing says so
   */
  async publish(manifest: Manifest, about: readonly IndexFile[], key: string): Promise<IndexSize> {
    // What is known of the last run holds no longer.
    rmSync(this.#record, { force: true });
    placeFolder(about, path.join(this.#folder, manifest.data));
    await this.#addProgram();
    placeFile(json(manifestName, manifest), this.#folder);
    this.#clear(manifest);
    const placed: Placed = { code: this.#placed.code, key, ...filesIn(this.#folder) };
    writeWhole(this.#record, JSON.stringify(placed));
    return sizeOf(placed);
  }

  #clear({ data, volumes }: Manifest): void {
    const remove = (...parts: string[]) =>
      rmSync(path.join(this.#folder, ...parts), { recursive: true, force: true });
    const wanted = new Set<string>([manifestName, ...programNames, path.basename(data), volumesFolder]);
    for (const name of readdirSync(this.#folder)) if (!wanted.has(name)) remove(name);
    const folders = new Set(volumes.map(({ folder }) => folder));
    const there = volumes.length > 0 ? readdirSync(path.join(this.#folder, volumesFolder)) : [];
    for (const name of there) if (!folders.has(folderOfVolume(name))) remove(volumesFolder, name);
    if (volumes.length === 0) remove(volumesFolder);
  }
}
