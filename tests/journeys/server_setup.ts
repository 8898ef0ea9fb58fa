// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { startServer } from './server'

// Starts the demo server and tells the journeys its address; returns what ends it.
export default async function serverSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.XIESHANG_URL) return undefined
  const server = await startServer(['--demo'])
  process.env.XIESHANG_URL = server.url
  return server.end
}
