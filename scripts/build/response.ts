/**
 * Responses whose bodies are at hand. Node makes a stream of every body, and copies it into that and out of it, which costs
 * more than many a page; those that make pages hand over whole texts and bytes, and here nothing but those is wanted.
 */

const Streamed = globalThis.Response;

/** A response that remembers what it was made from, and is like any other where something else is asked of it. */
class WholeResponse extends Streamed {
  readonly whole: Uint8Array | undefined;

  constructor(body?: BodyInit | null, init?: ResponseInit) {
    const whole =
      typeof body === 'string' ? Buffer.from(body) : body instanceof Uint8Array ? body : undefined;
    super(whole === undefined ? body : null, init);
    this.whole = whole;
  }

  static override json(data: unknown, init?: ResponseInit): Response {
    const { headers } = Streamed.json(null, init);
    return new WholeResponse(JSON.stringify(data), { ...init, headers });
  }

  get #streamed(): Response {
    return new Streamed(this.whole as Uint8Array<ArrayBuffer>);
  }

  override get body() {
    return this.whole === undefined ? super.body : this.#streamed.body;
  }

  override arrayBuffer() {
    return this.whole === undefined ? super.arrayBuffer() : this.#streamed.arrayBuffer();
  }

  override text() {
    return this.whole === undefined ? super.text() : this.#streamed.text();
  }

  override json() {
    return this.whole === undefined ? super.json() : this.#streamed.json();
  }
}

/** Has all responses of this process made so. */
export function useWholeResponses(): void {
  globalThis.Response = WholeResponse;
}

/** The body of a response; nothing where it has none. */
export async function bodyOf(response: Response): Promise<Uint8Array | undefined> {
  if (response instanceof WholeResponse && response.whole !== undefined) return response.whole;
  return response.body === null ? undefined : new Uint8Array(await response.arrayBuffer());
}
