/** Schemes registered as privileged: a page of such a scheme is a page of an invented https host. */
const schemes = new Set<string>()

export function registerScheme(scheme: string): void {
  schemes.add(scheme)
}

/** `app://xuncheng/x` as the browser sees it: `https://xuncheng.app.test/x`. */
export function toBrowserUrl(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z]+):\/\/([^/]+)(.*)$/.exec(url) ?? []
  return schemes.has(scheme) ? `https://${host}.${scheme}.test${rest}` : url
}

/** What main calls a page, a frame or an origin of the browser. */
export function toAppUrl(url: string): string {
  const [, host = '', scheme = '', rest = ''] =
    /^https:\/\/([^/]+)\.([a-z]+)\.test(?=\/|$)(.*)$/.exec(url) ?? []
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : url
}
