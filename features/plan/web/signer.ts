// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who of a body agreed stands as one text, so that a draft of the form keeps the name, too.
export interface Signer {
  id: string
  name: string
}

export const signerIn = (text: string): Signer | undefined =>
  text ? (JSON.parse(text) as Signer) : undefined

export const personIn = (text: string): string | null => signerIn(text)?.id ?? null
