package org.matricula.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One kept connection to a server on this machine: as little HTTP/1.1 as a load needs, so that asking costs next to
/// nothing beside answering.
final class Wire implements AutoCloseable {
    private final int port;
    private final InetAddress from;
    private final String headers;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /// @param from the address to come from: on Linux the whole of 127/8 is this machine
    /// @param headers sent with each request, each line ended with `\r\n`
    Wire(int port, String from, String headers) throws IOException {
        this.port = port;
        this.from = InetAddress.getByName(from);
        this.headers = "Host: 127.0.0.1:" + port + "\r\n" + headers;
        this.socket = connected();
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = socket.getOutputStream();
    }

    private Socket connected() throws IOException {
        Socket made = new Socket();
        made.setTcpNoDelay(true);
        made.setSoTimeout(60_000);
        made.bind(new InetSocketAddress(from, 0));
        made.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
        return made;
    }

    /// What was answered.
    record Answer(int status, byte[] body) {
        /// Refuses anything but 200.
        Answer good() {
            if (status != 200) {
                throw new IllegalStateException(
                        "answered %d: %s".formatted(status, new String(body, StandardCharsets.UTF_8)));
            }
            return this;
        }
    }

    Answer get(String path) throws IOException {
        return ask("GET", path, new byte[0]);
    }

    /// Asks and reads the whole answer.
    Answer ask(String method, String path, byte[] body) throws IOException {
        String head = method + " " + path + " HTTP/1.1\r\n" + headers
                + (body.length > 0
                        ? "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n"
                        : "\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + body.length);
        whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        out.write(whole.toByteArray());
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.equals("connection: close")) {
                last = true;
            }
        }
        Answer answer = new Answer(status, chunked ? chunks() : in.readNBytes(length));
        if (last) { // Tomcat hangs up after a hundred requests
            socket.close();
            socket = connected();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            out = socket.getOutputStream();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            body.writeBytes(in.readNBytes(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
