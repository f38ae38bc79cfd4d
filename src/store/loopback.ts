/** What stays on this machine needs neither TLS nor a check of who is asking. One answer for every edge. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

export const isLoopbackHost = (host: string): boolean => loopback.test(host);

/** Whether an address such as `http://127.0.0.1:8081` is on this machine; false for what is no address. */
export const isLoopbackUrl = (url: string): boolean => isLoopbackHost(URL.parse(url)?.hostname ?? '');
