print("before")
import socket
