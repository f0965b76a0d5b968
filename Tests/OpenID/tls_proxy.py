"""TLS before the service, as a council's proxy has it: a certificate of its own for localhost, and the bytes as they are."""
import asyncio
import ssl
import subprocess
import threading


def certificate(folder):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", f"{folder}/tls.key", "-out", f"{folder}/tls.crt"],
        check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/tls.crt", f"{folder}/tls.key")
    return context


async def carry(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except (ConnectionError, ssl.SSLError):
        pass
    finally:
        writer.close()


def start(folder, port, behind):
    """Listens on a port of this machine for as long as the program runs, for what serves `behind`."""
    context = certificate(folder)
    ready = threading.Event()

    async def meet(reader, writer):
        try:
            there, back = await asyncio.open_connection("127.0.0.1", behind)
        except OSError:
            writer.close()
            return
        await asyncio.gather(carry(reader, back), carry(there, writer), return_exceptions=True)

    async def serve():
        server = await asyncio.start_server(meet, "127.0.0.1", port, ssl=context)
        ready.set()
        async with server:
            await server.serve_forever()

    threading.Thread(target=lambda: asyncio.run(serve()), daemon=True).start()
    if not ready.wait(10):
        raise SystemExit("the proxy did not start")
