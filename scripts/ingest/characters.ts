/** Characters of which texts are made whatever they speak of. */
import { commonCharacters } from './data/common-characters.ts';
import { foldedUnits } from './text.ts';

const common = new Uint8Array(0x10000);
for (let at = 0; at < commonCharacters.length; at++)
  common[foldedUnits[commonCharacters.charCodeAt(at)] as number] = 1;

/** Whether a character, as a UTF-16 unit of a bare form, says little of what a text speaks of. */
export function isCommon(unit: number): boolean {
  return common[unit] === 1;
}
