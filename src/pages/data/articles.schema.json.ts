import type { APIRoute } from 'astro';
import { dataSchema } from '../../data/record.ts';

/** What a line of `articles.jsonl` holds, as JSON Schema. */
export const GET: APIRoute = () => Response.json(dataSchema());
