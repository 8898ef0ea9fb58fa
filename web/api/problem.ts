// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a call may end in besides its answer: refused by the server with a reason (problem+json), or
// unknown, when no answer came and the call may or may not have been carried out.
export interface FieldError {
  pointer: string
  code: string
  detail: string
}

interface ProblemBody {
  title?: string
  detail?: string
  code?: string
  errors?: FieldError[]
  about?: string | null // the address of what stands in the way
}

export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: FieldError[]
  readonly about: string
  readonly reads: boolean // what failed was only to be read: nothing of anybody's was under way

  constructor(status: number, body: ProblemBody = {}, reads = false) {
    super(body.detail ?? body.title ?? `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? (status === 0 ? 'unreachable' : 'failed')
    this.title = body.title ?? ''
    this.detail = body.detail ?? ''
    this.errors = body.errors ?? []
    this.about = body.about ?? ''
    this.reads = reads
  }

  // No answer that settles it: the same request may be sent again under the same key.
  get unknown(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }

  get stale(): boolean {
    return this.status === 412
  }

  // The detail for a field, by JSON pointer: "/title", "/topics/3/period".
  at(pointer: string): string | undefined {
    return this.errors.find(
      (error) => error.pointer === pointer || error.pointer === pointer.slice(1),
    )?.detail
  }

  // Errors that belong to none of the fields on the screen.
  others(pointers: readonly string[]): FieldError[] {
    return this.errors.filter(
      (error) =>
        !pointers.some(
          (pointer) => error.pointer === pointer || error.pointer === pointer.slice(1),
        ),
    )
  }
}

export function asProblem(trouble: unknown): Problem {
  return trouble instanceof Problem ? trouble : new Problem(0)
}

export async function problemFrom(
  response: Response,
  parsed?: unknown,
  reads = false,
): Promise<Problem> {
  const body = parsed ?? (await response.json().catch(() => undefined))
  return new Problem(response.status, typeof body === 'object' && body !== null ? body : {}, reads)
}
