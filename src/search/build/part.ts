/** What an index is put together from: volumes on disk, and what their articles can be filtered by. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Script } from '../../text/script.ts';
import {
  type FacetsFile,
  formatVersion,
  type Manifest,
  manifestName,
  type NamesFile,
  type VolumeFile,
} from '../files.ts';

export interface VolumeOnDisk {
  /** What its folder in the index is called. */
  name: string;
  /** Where its files are. */
  folder: string;
  file: VolumeFile;
  newest: string;
  /** The site of its articles; absent for the one whose index it is. */
  site?: string;
}

/** Some volumes, with columns and names of their articles in the order of the volumes. */
export interface Part {
  volumes: VolumeOnDisk[];
  facets: FacetsFile;
  names: Record<Script, NamesFile>;
}

function readJson<Value>(...parts: string[]): Value {
  return JSON.parse(readFileSync(path.join(...parts), 'utf8')) as Value;
}

/** @param otherwise what is said where the file cannot be read */
function readOr<Value>(read: () => Value, otherwise: string): Value {
  try {
    return read();
  } catch {
    throw new Error(otherwise);
  }
}

/** Reads what is told of a volume in its folder. */
export function readVolume(folder: string): VolumeFile {
  return readJson<VolumeFile>(folder, 'volume.json');
}

/**
 * Reads an index that was built before, perhaps on another machine.
 *
 * @param folder that of its `search.json`
 * @throws where it cannot be read, is of another format, or has volumes that are not below the folder
 */
export function readPart(folder: string): Part {
  const manifest = readOr(
    () => readJson<Manifest>(folder, manifestName),
    `${path.join(folder, manifestName)} cannot be read: build that index first`,
  );
  if (manifest.version !== formatVersion)
    throw new Error(`${folder} was built by another version of the program: build it again`);
  const data = path.join(folder, manifest.data);
  const volumes = manifest.volumes.map((entry): VolumeOnDisk => {
    const itsFolder = path.join(folder, entry.folder);
    const file = readOr(
      () => readVolume(itsFolder),
      `${itsFolder} cannot be read: only volumes below the folder of their index can be joined`,
    );
    const { newest, site = manifest.base } = entry;
    return { name: path.basename(itsFolder), folder: itsFolder, file, newest, site };
  });
  return {
    volumes,
    facets: readJson<FacetsFile>(data, 'facets.json'),
    names: {
      'zh-Hant': readJson<NamesFile>(data, 'names-zh-Hant.json'),
      'zh-Hans': readJson<NamesFile>(data, 'names-zh-Hans.json'),
    },
  };
}
