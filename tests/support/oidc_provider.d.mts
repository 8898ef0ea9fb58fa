// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
export const lies: Record<string, unknown>
export function startProvider(options: {
  port: number
  redirect_uri: string
  client_secret?: string
}): Promise<{ tell: (lie: string | undefined) => void; stop: () => Promise<void> }>
