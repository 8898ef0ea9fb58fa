// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// node features/members/known_passwords.mjs OUT: the common passwords of the package
// @zxcvbn-ts/language-common that are long enough to be accepted otherwise (password_rules.h), folded
// (the package's are ASCII: small letters), sorted by their bytes, a line each.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { dictionary } from '@zxcvbn-ts/language-common'

const least = 8
const enough = 10_000 // fewer: the package is not what it was

const known = dictionary['passwords-common']
  .map((password) => password.toLowerCase())
  .filter((password) => password.length >= least && /^[\x21-\x7e]+$/.test(password))
const lines = [...new Set(known)].sort()
if (lines.length < enough) throw new Error(`only ${lines.length} common passwords`)

const out = process.argv[2]
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, lines.map((line) => `${line}\n`).join(''))
