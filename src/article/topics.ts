/** `content/topics.yaml`: a list of topics in the order in which the index shows them. */
import { z } from 'zod';

export const topicSchema = z.strictObject({
  /** Part of addresses; never renamed. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case ASCII words joined by -'),
  label: z.string().min(1),
  /** Codes of IPTC Media Topics. */
  iptc: z.array(z.string().regex(/^\d{8}$/, 'eight digits')).optional(),
  /** Words whose occurrence speaks for the topic. */
  terms: z.array(z.string().min(1)).min(1),
});
export const topicsSchema = z.array(topicSchema).min(1);
export type Topic = z.infer<typeof topicSchema>;
