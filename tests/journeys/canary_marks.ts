// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Marks: markup that would run, each with a word that nothing else holds, so that it is known again
// in any bytes, however they are escaped, quoted or packed.
import { inflateRawSync } from 'node:zlib'

export interface Mark {
  word: string
  operation: string // that wrote it
  field: string // of the operation: topics[].title
  by: string // whose login
  owners: string[] // logins of those whose it is, or of whom it is written
  of_convenor?: boolean // of whom sits in the sector of the demo's convenor
  scored_by?: string[] // logins of those in whose ballot it stands
  state: string // of the object, as the policies call it
  kept: boolean // the server took it
}

// A field that wants a form of its own gets its word in that form.
export interface Form {
  word?: (number: number) => string
  wrap: (word: string) => string
}

const padded = (number: number, size: number) => String(number).padStart(size, '0')

export const bare: Form = { wrap: (word) => word }
export const email: Form = { wrap: (word) => `${word}@example.cn` }
export const telephone: Form = { ...bare, word: (number) => `1660000${padded(number, 4)}` }
export const identity_number: Form = { ...bare, word: identity }
const markup: Form = { wrap: (word) => `'"><img src=x onerror=__xss=1>${word}` }

// GB 11643: seventeen digits and one that checks them.
function identity(number: number): string {
  const digits = `11010519491231${padded(number % 1000, 3)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return digits + '10X98765432'[sum % 11]
}

export function isForm(value: unknown): value is Form {
  return typeof value === 'object' && value !== null && 'wrap' in value
}

export class Marks {
  private readonly all = new Map<string, Mark>()

  // The mark, and the text that brings it.
  make(of: Omit<Mark, 'word' | 'kept'>, form: Form = markup): { mark: Mark; text: string } {
    const number = this.all.size + 1
    const word = form.word ? form.word(number) : `kq${padded(number, 4)}zx`
    const mark = { ...of, word, kept: false }
    this.all.set(word.toLowerCase(), mark)
    return { mark, text: form.wrap(word) }
  }

  list(): Mark[] {
    return [...this.all.values()]
  }

  in(bytes: Buffer): Mark[] {
    const words = unpacked(bytes).toString('latin1').toLowerCase()
    const found = words.match(/kq\d{4}zx|1660000\d{4}|11010519491231\d{3}[\dx]/g) ?? []
    return [...new Set(found)]
      .map((word) => this.all.get(word))
      .filter((mark) => mark !== undefined)
  }
}

// The files of a ZIP one after another, by its directory; anything else as it is.
export function unpacked(bytes: Buffer): Buffer {
  if (bytes.toString('latin1', 0, 4) !== 'PK\x03\x04') return bytes
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const files: Buffer[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const local = bytes.readUInt32LE(at + 42)
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20))
    files.push(bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed))
    at += 46 + [28, 30, 32].reduce((sum, where) => sum + bytes.readUInt16LE(at + where), 0)
  }
  return Buffer.concat(files)
}
