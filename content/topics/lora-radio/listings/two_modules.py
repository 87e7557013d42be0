"""Two serial LoRa modules on a bench, simulated: each is a pseudo-terminal with the E32's settings frame."""
import os
import select
import threading
import tty

FACTORY = bytes.fromhex("C000001A1744")   # save, address 0000, 9600 8N1 and 2.4 kbit/s, channel 0x17, option 0x44


class Module:
    """M0 = M1 = 0: what comes in by wire goes out by air. M0 = M1 = 1: settings, by wire only."""

    def __init__(self, name, air):
        self.name, self.air, self.saved = name, air, FACTORY
        self.m0 = self.m1 = 0
        self.wire, host = os.openpty()
        tty.setraw(host)
        self.port = host                           # what a host program would open as its serial port
        self.power_up()
        air.append(self)
        threading.Thread(target=self.run, daemon=True).start()

    def power_up(self):
        self.now = self.saved

    def radio(self):
        return self.now[4], self.now[3] & 0b111    # channel and air data rate must both match

    def run(self):
        while True:
            data = os.read(self.wire, 256)
            if (self.m0, self.m1) == (0, 0):
                for other in self.air:
                    if other is not self and other.radio() == self.radio() and (other.m0, other.m1) == (0, 0):
                        os.write(other.wire, data)
            elif (self.m0, self.m1) == (1, 1):
                if data == b"\xC1\xC1\xC1":
                    os.write(self.wire, b"\xC0" + self.now[1:])
                elif len(data) == 6 and data[0] in (0xC0, 0xC2):
                    self.now = b"\xC0" + data[1:]
                    if data[0] == 0xC0:            # C0 survives a power cycle, C2 does not
                        self.saved = self.now
                    os.write(self.wire, self.now)


def read(module, seconds=0.2):
    ready, _, _ = select.select([module.port], [], [], seconds)
    return os.read(module.port, 256) if ready else b""


def configure(module, frame):
    module.m0 = module.m1 = 1                      # settings mode
    os.write(module.port, frame)
    answer = read(module)
    module.m0 = module.m1 = 0                      # back to normal
    print(f"{module.name} settings  {frame.hex(' ').upper()}  ->  {answer.hex(' ').upper()}")


def send(sender, receiver, text):
    os.write(sender.port, text.encode())
    got = read(receiver)
    print(f"{sender.name} sends {text!r}; {receiver.name} hears {got.decode()!r}" if got
          else f"{sender.name} sends {text!r}; {receiver.name} hears nothing")


air = []
a, b = Module("A", air), Module("B", air)
configure(a, b"\xC1\xC1\xC1")
send(a, b, "hello")
configure(a, bytes.fromhex("C200001A1844"))        # A moves one channel up, for now
send(a, b, "are you there?")
configure(b, bytes.fromhex("C200001A1844"))        # B follows
send(a, b, "again")
send(b, a, "yes")
configure(b, bytes.fromhex("C200001D1844"))        # same channel, faster air data rate
send(a, b, "one more")
b.power_up()
a.power_up()                                       # C2 settings are gone
send(a, b, "after power-up")
configure(a, b"\xC1\xC1\xC1")
