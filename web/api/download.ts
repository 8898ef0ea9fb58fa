// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A file of an answer that may also be a refusal: asked for by the page, so that a refusal is shown
// and no file, and then saved by the browser. A plain link is for what nobody is refused.
import { answer, client } from './client'

export interface SavedFile {
  blob: Blob
  name: string
}

// The name that the answer gives, or else `name`.
export async function fetchFile(address: string, name: string): Promise<SavedFile> {
  const get = client.GET as unknown as (
    path: string,
    options: { parseAs: 'blob' },
  ) => Promise<{ data?: Blob; error?: unknown; response: Response }>
  const asked = get(address, { parseAs: 'blob' })
  const blob = await answer(asked)
  return { blob, name: nameIn((await asked).response.headers.get('Content-Disposition')) ?? name }
}

// RFC 6266: filename*=UTF-8''…
export function nameIn(disposition: string | null): string | undefined {
  const found = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  try {
    return found && decodeURIComponent(found)
  } catch {
    return undefined
  }
}

// The browser saves it; nothing is left in the page.
export function saveAs({ blob, name }: SavedFile): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
