import { defineCollection } from 'astro:content';
import { articlesLoader } from './article/loader.ts';

export const collections = { articles: defineCollection({ loader: articlesLoader() }) };
