// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Journeys that leave the demo otherwise than they found it: each file has a server of its own.
import { readFileSync } from 'node:fs'
import { test as base, type Role } from './person'
import { startServer } from './server'

// All roles, as the program itself names them.
const header = readFileSync('features/members/role.h', 'utf8')
export const roles = /BOOST_DESCRIBE_ENUM\(Role, ([^)]*)\)/
  .exec(header)![1]!
  .split(/,\s*/) as Role[]

export const test = base.extend<object, { house: string }>({
  house: [
    async ({}, use) => {
      const server = await startServer(['--demo'])
      await use(server.url)
      await server.end()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  origin: async ({ house }, use) => use(house),
})
