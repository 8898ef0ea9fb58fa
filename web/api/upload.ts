// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Sends a file's bytes as they are. XMLHttpRequest, because fetch tells no progress of what is
// sent.
import { language } from '../i18n'
import { noticeLostSession } from './client'
import { Problem } from './problem'

export interface Upload {
  path: string
  file: Blob & { name: string }
  key: string
  progress: (share: number) => void
}

export function upload<Data>({ path, file, key, progress }: Upload): Promise<Data> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.responseType = 'text'
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name))
    request.setRequestHeader('Idempotency-Key', key)
    request.setRequestHeader('Accept-Language', language.value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total)
    }
    request.onerror = request.onabort = request.ontimeout = () => reject(new Problem(0))
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status === 401) noticeLostSession()
      if (request.status >= 200 && request.status < 300 && body) resolve(body as Data)
      else reject(new Problem(request.status, body ?? {}))
    }
    request.send(file)
  })
}

function parsed(text: string): object | undefined {
  try {
    return JSON.parse(text) as object
  } catch {
    return undefined
  }
}
