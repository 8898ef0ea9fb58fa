// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The load generator (wrk) and the peer (nginx).
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'node:net'
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from './measure.mjs'

export function wrk(url, seconds, headers = {}, script = null) {
  const args = ['-t1', '-c64', `-d${seconds}s`]
  for (const [name, value] of Object.entries(headers)) args.push('-H', `${name}: ${value}`)
  if (script) args.push('-s', script)
  const { stdout } = run('wrk', [...args, url])
  const notOk = Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0)
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1])
  if (!script && notOk > 0) throw new Error(`${url}: ${notOk} answers were not 2xx`)
  return { perSecond, notOk }
}

// Each request a new plan of its own, with a key of its own.
export function writeScript(folder, cookie) {
  const path = join(folder, 'write.lua')
  writeFileSync(path, `
local run, count = tostring(os.time()) .. tostring(os.clock()), 0
local headers = {["Content-Type"] = "application/json", ["Cookie"] = "${cookie}"}
request = function()
  count = count + 1
  headers["Idempotency-Key"] = run .. "-" .. count
  return wrk.format("POST", nil, headers,
    '{"title":"第' .. count .. '份计划","committee":"河东区政协","year":2023,"topics":[]}')
end
`)
  return path
}

async function freePort() {
  const server = createServer()
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address()
  await new Promise((done) => server.close(done))
  return port
}

export class Nginx {
  static async start(root) {
    const nginx = new Nginx()
    const port = await freePort()
    nginx.url = `http://127.0.0.1:${port}`
    const configuration = join(root, 'nginx.conf')
    writeFileSync(configuration, `
      daemon off; pid ${root}/nginx.pid; error_log ${root}/nginx.log; worker_processes auto;
      events { worker_connections 1024; }
      http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; types { application/json json; }
        client_body_temp_path ${root}; proxy_temp_path ${root}; fastcgi_temp_path ${root}; uwsgi_temp_path ${root}; scgi_temp_path ${root};
        server { listen 127.0.0.1:${port}; root ${root}; } }`)
    run('chmod', ['755', root])
    nginx.child = spawn('nginx', ['-c', configuration], { stdio: 'inherit' })
    while (!(await fetch(`${nginx.url}/plan.json`).then((answer) => answer.ok, () => false))) await sleep(10)
    return nginx
  }

  stop() {
    this.child.kill('SIGTERM')
  }
}
