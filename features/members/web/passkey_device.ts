// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The browser's side of passkeys: what it can do here, and what it and the device give, as
// base64url.
import type { PasskeyAsked, PasskeyBegun } from './passkey_api'

// no_place: a page of http, or of an address of numbers, has no passkeys.
export function passkeysHere(): 'yes' | 'no_place' | 'too_old' {
  const host = window.location.hostname
  if (!window.isSecureContext || /^[\d.]+$|:/.test(host)) return 'no_place'
  const knows =
    'PublicKeyCredential' in window &&
    'getAuthenticatorData' in AuthenticatorAttestationResponse.prototype
  return knows ? 'yes' : 'too_old'
}

// The device, or the person at it, gave nothing. `known`: it has a passkey of this person already.
export class PasskeyStopped extends Error {
  constructor(readonly known: boolean) {
    super('no passkey')
  }
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (c) => c.charCodeAt(0))
}

export function textOf(bytes: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

async function given(asked: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const credential = await asked.catch((trouble: unknown) => {
    throw new PasskeyStopped(
      trouble instanceof DOMException && trouble.name === 'InvalidStateError',
    )
  })
  if (!(credential instanceof PublicKeyCredential)) throw new PasskeyStopped(false)
  return credential
}

const patience_ms = 120_000

export async function makePasskey(
  begun: PasskeyBegun,
): Promise<{ client_data: string; authenticator_data: string }> {
  const made = await given(
    navigator.credentials.create({
      publicKey: {
        challenge: bytesOf(begun.challenge),
        rp: { id: begun.site, name: 'Xieshang 协商' },
        user: { id: bytesOf(begun.user_handle), name: begun.login, displayName: begun.name },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: begun.known.map((id) => ({ type: 'public-key', id: bytesOf(id) })),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
        timeout: patience_ms,
      },
    }),
  )
  const response = made.response as AuthenticatorAttestationResponse
  return {
    client_data: textOf(response.clientDataJSON),
    authenticator_data: textOf(response.getAuthenticatorData()),
  }
}

export async function askPasskey(asked: PasskeyAsked) {
  const answered = await given(
    navigator.credentials.get({
      publicKey: {
        challenge: bytesOf(asked.challenge),
        rpId: asked.site,
        userVerification: 'required',
        timeout: patience_ms,
      },
    }),
  )
  const response = answered.response as AuthenticatorAssertionResponse
  return {
    credential_id: textOf(answered.rawId),
    client_data: textOf(response.clientDataJSON),
    authenticator_data: textOf(response.authenticatorData),
    signature: textOf(response.signature),
  }
}
