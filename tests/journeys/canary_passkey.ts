// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a browser and its authenticator hand in for a new passkey (Web Authentication §5.8.1, §6.1),
// to a house on this machine.
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Template } from './canary_api'
import type { Json } from './canary_ways'

const origin_of_house = { url: '' }
export function passkeysAreFor(url: string): void {
  origin_of_house.url = url
}

// `begun`: the answer of beginPasskey; who was refused it hands in what nobody believes.
export function passkey(begun: Json | undefined): Template {
  const { challenge, site } = (begun ?? { challenge: 'none', site: 'localhost' }) as {
    challenge: string
    site: string
  }
  const client_data = { type: 'webauthn.create', challenge, origin: origin_of_house.url }
  return {
    client_data: Buffer.from(JSON.stringify(client_data)).toString('base64url'),
    authenticator_data: authenticatorData(site).toString('base64url'),
  }
}

function authenticatorData(site: string): Buffer {
  const present_verified_with_key = 0x45
  const id = randomBytes(16)
  return Buffer.concat([
    createHash('sha256').update(site).digest(),
    Buffer.from([present_verified_with_key, 0, 0, 0, 0]),
    Buffer.alloc(16), // of no maker
    Buffer.from([0, id.length]),
    id,
    coseKey(),
  ])
}

// {1: 2, 3: -7, -1: 1, -2: x, -3: y}: EC2, ES256, P-256.
function coseKey(): Buffer {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const bytes = (text: string) =>
    Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')])
  return Buffer.concat([
    Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21]),
    bytes(x),
    Buffer.from([0x22]),
    bytes(y),
  ])
}
