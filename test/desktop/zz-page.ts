import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
window.addEventListener('message', (e) => {
  if (e.source !== window || e.origin !== location.origin || e.data !== 'core-port') return
  delete document.documentElement.dataset.ready
  const port = e.ports[0]!
  const client: any = createORPCClient(new RPCLink({ port }))
  ;(window as any).client = client
  port.start()
  client.system.state().then((s: any) => {
    document.documentElement.dataset.pid = String(s.pid)
    document.documentElement.dataset.ready = 'true'
  })
})
